/* Networks as cards: pictures of first weights, name, accuracy, and what each reads. They stand and
 * scroll as the pictures of a wall do. */
#ifndef UI_NET_CARDS_H
#define UI_NET_CARDS_H

#include "nn/net.h"
#include "ui/chart.h"
#include "ui/wall.h"

/** One network. */
typedef struct NetCard {
    const Net *net; /* borrowed */
    char name[64], accuracy[32];
    char note[48]; /* what else there is to know: "on show" */
    bool bad;      /* it does not read well: the accuracy says so, too */
    Chart reading; /* of the drawing; at rest where there is none */
} NetCard;

/** Fill in the places of the wall's tiles, which are cards, and bring `top` and `marked` into the
 * range that there is. */
void net_cards_place(WallPlaces *places, Wall *wall, const Paint *paint, SDL_Rect box);

/** Where a card stands that shows. */
SDL_Rect net_cards_box(const Wall *wall, const WallPlaces *places, int card);

/** Draw those that show. Without memory for the pictures, the rest. */
void net_cards_draw(Paint *out, const NetCard *card, const Wall *wall, const WallPlaces *places);

#endif
