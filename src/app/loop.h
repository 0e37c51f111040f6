/* The window and its frame loop. */
#ifndef APP_LOOP_H
#define APP_LOOP_H

/**
 * Open the window and run until it is closed.
 *
 * @param argv     of main()
 * @param data     folder of MNIST that the user named, or NULL
 * @param file  to open, a network or a picture, or NULL
 *
 * @return exit status; what failed is said on standard error
 */
int app_run(char **argv, const char *data, const char *file);

#endif
