/* The user's own digits: what a drawing was meant to be, kept at once, and taken back. */
#ifndef LAB_MINE_H
#define LAB_MINE_H

#include "lab/lab.h"

/** Open the collection. What is wrong with it becomes news. Errors: out of memory or threads.
 */
bool mine_start(Lab *lab, Err *err);

/** Wait for the file for a moment, and release the digits. */
void mine_free(Lab *lab);

/** Go on with what the file is waited for. @return whether the digits are others now, maybe */
bool mine_update(Lab *lab);

/** Whether changes are not in the file yet: another program holds it, or its disk does not answer.
 * mine_update() goes on trying; they are lost where the program ends before. */
bool mine_pending(const Lab *lab);

/** Which of the digits the drawing on the sheet is; -1 where it has no label. */
int mine_on_sheet(const Lab *lab);

/** Say that the drawing on the sheet was meant to be a digit: it joins the collection, or its label
 * there changes, which is news. The file follows. */
void mine_label(Lab *lab, int label);

/** Called before the pen touches the sheet. A drawing that has its label makes room for the next
 * one, as an edit that undo takes back; the eraser leaves it there. */
void mine_before_pen(Lab *lab, Tool tool);

/** Whether a label was given to the drawing on the sheet, and nothing since. */
bool mine_can_take_back(const Lab *lab);

/** What was said of the last label is so no longer: undo would take back something else. */
void mine_outdate(Lab *lab);

/** Take the last label back; mine_can_take_back() is true. */
void mine_take_back(Lab *lab);

/** Give one of the digits, i, another label. The file follows. @return false where it failed, which
 * is news */
bool mine_relabel(Lab *lab, int i, int label);

/** Delete digit i, likewise. */
bool mine_delete(Lab *lab, int i);

/** Take back the last change to the collection, likewise. There is one. */
bool mine_undo(Lab *lab);

/** Put digit i on the sheet in the place of what is there. What fails is news. */
void mine_to_sheet(Lab *lab, int i);

/** The drawing was changed by undo or redo: it may be one that was labelled before. */
void mine_find(Lab *lab);

/** Take in what other windows did to the collection. */
void mine_refresh(Lab *lab);

/** Save all digits for other programs: CSV, a pair of IDX files or strokes, as the path ends with
 * .csv, .idx or anything else. Errors: as those of ink/export.h. */
bool mine_export(Lab *lab, const char *path, Err *err);

/** Whether exporting to that path would write over something. */
bool mine_export_exists(const char *path);

/** "Kept as a 7 · 12 of 14 right", or what could be done; "" for an empty sheet. */
void mine_print_note(const Lab *lab, char *text, size_t room);

#endif
