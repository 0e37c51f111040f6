/* What the lab has to tell the person: it waits here until the window takes it. */
#ifndef LAB_NEWS_H
#define LAB_NEWS_H

#include "base/err.h"

/** What can be done about it. */
typedef enum Offer { OFFER_NONE, OFFER_TRAIN, OFFER_GET_MNIST, OFFER_UNDO_LABEL } Offer;

/** All of it belongs to the UI thread; zeroed at the start. What is told last counts,
 * and what waits is one sentence, likewise. */
typedef struct News {
    bool due;                /* there is something to take */
    char text[ERR_TEXT_MAX]; /* "" where what was told before is out of date */
    bool bad;                /* a failure, not news */
    bool minor;              /* is told only where nothing else is */
    Offer offer;
    bool shown;                  /* something may look different now */
    char outdated[ERR_TEXT_MAX]; /* a sentence that is true no longer; "" for none */
    char after[ERR_TEXT_MAX];    /* a sentence that waits until all others were read; likewise */
} News;

/** Something has come of what was begun. */
void news_say(News *news, Offer offer, const char *text);

/** Something has failed. */
void news_fail(News *news, Offer offer, const char *text);

/** Tell something, good or bad, that need not be known where something else is told. */
void news_mention(News *news, bool bad, Offer offer, const char *text);

/** Tell something that has to be known, and can wait until what else is told was read. */
void news_say_after(News *news, const char *text);

/** Say what failed, unless it is `ok`. */
void news_fail_unless(News *news, bool ok, const Err *err);

/** What was told until now is out of date. */
void news_clear(News *news);

/** That sentence is true no longer, wherever it is shown. */
void news_outdate(News *news, const char *text);

#endif
