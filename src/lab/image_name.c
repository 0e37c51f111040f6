/* The images that a network is shown, by where they come from. */
#include "lab/image_name.h"

#include <ctype.h>
#include <stdio.h>

#include "base/number.h"

void image_name(ImageSource source, int image, char text[IMAGE_NAME_MAX])
{
    static const char *const NAME[IMAGE_SOURCES] = {
        [IMAGES_TEST] = "test image",
        [IMAGES_TRAIN] = "training image",
        [IMAGES_STROKES] = "built-in stroke",
        [IMAGES_MINE] = "my digit",
    };
    char number[NUMBER_TEXT];
    number_print(number, sizeof number, image + 1);
    snprintf(text, IMAGE_NAME_MAX, "%s %s", NAME[source], number);
}

void image_title(ImageSource source, int image, char text[IMAGE_NAME_MAX])
{
    image_name(source, image, text);
    text[0] = (char)toupper((unsigned char)text[0]);
}
