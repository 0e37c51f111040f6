/* The images that a network is shown, by where they come from. */
#ifndef LAB_IMAGE_NAME_H
#define LAB_IMAGE_NAME_H

/** Where they come from. */
typedef enum ImageSource {
    IMAGES_TEST,
    IMAGES_TRAIN,
    IMAGES_STROKES,
    IMAGES_MINE,
    IMAGE_SOURCES
} ImageSource;

/** Room for the name of an image. */
enum { IMAGE_NAME_MAX = 40 };

/** "test image 1,234", of the image with number 1,233. */
void image_name(ImageSource source, int image, char text[IMAGE_NAME_MAX]);

/** "Test image 1,234", at the beginning of a sentence. */
void image_title(ImageSource source, int image, char text[IMAGE_NAME_MAX]);

#endif
