/* A file that is given to the window, by its contents: a network, or a picture, which goes on the
 * sheet. */
#ifndef LAB_OPENING_H
#define LAB_OPENING_H

#include "lab/lab.h"

/**
 * Open a file, now or once its disk answers, see lab/errand.h: a picture as opening_picture() does,
 * a network as models_open() does. What was opened becomes the newest of lab->recent.
 *
 * Errors: those of both, it is neither; nothing changes then. What is found out later becomes news.
 */
bool opening_begin(Lab *lab, const char *path, Err *err);

/**
 * Put the digit of a picture on the sheet, as lab_exhibit() does: prepared as drawings are now. Of
 * several the first, see lab/several.h; how all of them are read is news, as where nothing is drawn
 * on it.
 *
 * Errors: as picture_load(), another file is under way; nothing changes then.
 */
bool opening_picture(Lab *lab, const char *path, Err *err);

/**
 * Likewise, of a picture that is in no file.
 *
 * @param name   what it is called
 * @param fetch  on the thread of errands: fills errand->data and its size, or says in errand->err
 *               why it cannot
 */
bool opening_picture_of(Lab *lab, const char *name, bool (*fetch)(Errand *errand), Err *err);

#endif
