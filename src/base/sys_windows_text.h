/* Windows says names in UTF-16, Inkling in UTF-8; and reasons in numbers of its own. */
#ifndef BASE_SYS_WINDOWS_TEXT_H
#define BASE_SYS_WINDOWS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** UTF-8 as UTF-16, on the heap; the caller frees it. NULL, and errno, without memory. */
wchar_t *sys_wide(const char *text);

/** UTF-16 as UTF-8, likewise. */
char *sys_narrow(const wchar_t *text);

/** Put what the last call of Windows failed for into errno: false, always. */
bool sys_fail(void);

#endif
