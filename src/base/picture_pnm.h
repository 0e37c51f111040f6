/* The formats of netpbm: PBM, PGM and PPM, plain and raw, and PAM. */
#ifndef BASE_PICTURE_PNM_H
#define BASE_PICTURE_PNM_H

#include "base/picture.h"

/**
 * Read one, up to 16 bits a sample. Source: netpbm's manual, pbm(5) to pam(5).
 *
 * @return what is wrong with it, or NULL; the pixels may be there in either case
 */
const char *picture_pnm_read(Picture *picture, const uint8_t *data, size_t size);

#endif
