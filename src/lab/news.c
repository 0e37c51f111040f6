/* What the lab has to tell the person. */
#include "lab/news.h"

#include <stdio.h>
#include <string.h>

static void set(News *news, bool bad, Offer offer, const char *text)
{
    news->due = news->shown = true;
    news->bad = bad;
    news->minor = false;
    news->offer = offer;
    snprintf(news->text, sizeof news->text, "%s", text);
}

void news_say(News *news, Offer offer, const char *text)
{
    set(news, false, offer, text);
}

void news_fail(News *news, Offer offer, const char *text)
{
    set(news, true, offer, text);
}

void news_mention(News *news, bool bad, Offer offer, const char *text)
{
    if (!news->due || !*news->text) {
        bool cleared = news->due; /* then there is room for it */
        set(news, bad, offer, text);
        news->minor = !cleared;
    }
}

void news_say_after(News *news, const char *text)
{
    news->shown = true;
    snprintf(news->after, sizeof news->after, "%s", text);
}

void news_fail_unless(News *news, bool ok, const Err *err)
{
    if (!ok) {
        news_fail(news, OFFER_NONE, err->text);
    }
}

void news_clear(News *news)
{
    set(news, false, OFFER_NONE, "");
}

void news_outdate(News *news, const char *text)
{
    if (news->due && strcmp(news->text, text) == 0) {
        news_clear(news);
    }
    if (strcmp(news->after, text) == 0) {
        news->after[0] = 0;
    }
    snprintf(news->outdated, sizeof news->outdated, "%s", text);
    news->shown = true;
}
