/* The view Data: its state, and the pane that it is. */
#ifndef VIEWS_DATA_VIEW_DATA_H
#define VIEWS_DATA_VIEW_DATA_H

#include "lab/image_name.h"
#include "train/mix.h"
#include "train/review.h"
#include "ui/matrix.h"
#include "ui/wall.h"
#include "views/view.h"

/** The images that were there when they were looked at last: other ones are answered anew. */
typedef struct DataSeen {
    bool looked;         /* false: never yet */
    const Dataset *data; /* NULL where there are none */
    const uint8_t *label;
    MixConfig mix;
    int revision; /* of the user's digits */
    Preparation preparation;
} DataSeen;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct DataView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    /* What is chosen. */
    bool begun; /* the choices were made: zeros are none */
    ImageSource source;
    ReviewFilter filter;
    bool matrix; /* the confusion matrix is on show, not the wall */
    int cell;    /* of it, that is marked; -1 for none */
    Rng rng;     /* of random images */
    /* The images and their answers, while the view is on show. */
    DataSeen seen;
    Dataset made;        /* built-in strokes, or the user's digits */
    Review review, next; /* the last whole one; the one under way, whose data is NULL for none */
    bool stale;          /* the weights are others than those asked last */
    int answers;         /* as Lab counts them, when that was found out */
    Uint64 begun_ms;     /* when the last review began */
    int net_version;     /* of the weights that were asked last */
    Uint64 told_ms;      /* when the window last said how far it is */
    Confusion confusion;
    int *image, *spare; /* the images on the wall, by number; room for all */
    int images;
    /* The wall: only the tiles that show are filled in. */
    Wall wall;
    WallPlaces places;
    WallTile *tile;
    Sheet *level;  /* of each tile */
    int tile_room; /* of both */
    /* Places. */
    MatrixPlaces table;
    SDL_Rect status, detail;
} DataView;

/** What it does. */
extern const Pane PANE_OF_DATA;

#endif
