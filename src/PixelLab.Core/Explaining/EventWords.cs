using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>The field's names of events in plain words, as what a person did.</summary>
public static class EventWords
{
    private const int MostSubject = 60;

    /// <summary>A longer number is told by its end, as the cookies' are.</summary>
    private const int WholeNumber = 8;

    /// <summary>The event for a row of a list, after the name of the company that heard of it: <c>opened a page</c>.</summary>
    public static string InRow(string eventCode, EventDetail detail, Language language)
    {
        var words = language[ExplainingText.Words];
        return (eventCode, detail) switch
        {
            (VendorEvents.CookieMatch, { Partner: { } partner, PartnersNumber: not null }) =>
                words["Event.cookie_match.Told.Row", PlainText.Shown(VendorList.TitleOf(partner), 40)],
            _ => words.Find($"Event.{eventCode}.Row") ?? Of(eventCode, detail, language),
        };
    }

    /// <summary>Whether an event is something that somebody does; else its words for a row say who did what.</summary>
    public static bool IsDeed(string eventCode, Language language) => language[ExplainingText.Words].Find($"Event.{eventCode}.Row") is null;

    /// <summary>Whether there are words for an event.</summary>
    public static bool Knows(string eventCode, Language language) => language[ExplainingText.Words].Find($"Event.{eventCode}") is not null;

    /// <summary>The event as what somebody did: <c>opened a page</c>.</summary>
    public static string Of(string eventCode, Language language)
    {
        var words = language[ExplainingText.Words];
        return words.Find($"Event.{eventCode}") ?? words["Event.unknown"];
    }

    /// <summary>The event with what else the hit told about it: <c>scrolled to 75 %</c>.</summary>
    public static string Of(string eventCode, EventDetail detail, Language language)
    {
        var words = language[ExplainingText.Words];
        string Quoted(string text) => language.Quoted(text, MostSubject);
        return (eventCode, detail) switch
        {
            (VendorEvents.Scroll, { Percent: { } percent }) => words["Event.scroll.Percent", percent],
            (VendorEvents.Click, { Target: { } target }) => words["Event.click.Target", Quoted(target)],
            (VendorEvents.Engagement, { Engaged: { } engaged }) => words["Event.user_engagement.Time", language.Duration(engaged)],
            (VendorEvents.ViewItem, { Subject: { } subject }) => words["Event.view_item.Subject", Quoted(subject)],
            (VendorEvents.ViewItemList, { Subject: { } subject }) => words["Event.view_item_list.Subject", Quoted(subject)],
            (VendorEvents.AddToCart, { Subject: { } subject }) => words["Event.add_to_cart.Subject", Quoted(subject)],
            (VendorEvents.Like, { Subject: { } subject }) => words["Event.like.Subject", Quoted(subject)],
            (VendorEvents.Share, { Subject: { } subject }) => words["Event.share.Subject", Quoted(subject)],
            (VendorEvents.Search, { Subject: { } subject }) => words["Event.search.Subject", Quoted(subject)],
            (VendorEvents.Purchase, { Worth: { } worth }) => words["Event.purchase.Worth", PlainText.Shown(worth, 40)],
            (VendorEvents.CookieMatch, { Partner: { } partner, PartnersNumber: { } number }) =>
                words["Event.cookie_match.Told", NumberShown(number), PlainText.Shown(VendorList.TitleOf(partner), 40)],
            _ => Of(eventCode, language),
        };
    }

    /// <summary>The event as part of a sentence, with the page it happened on as far as known.</summary>
    /// <param name="eventCode">The field's name of the event.</param>
    /// <param name="detail">What else the hit told about it.</param>
    /// <param name="title">The page's title, or null.</param>
    /// <param name="site">The site, or null.</param>
    /// <param name="language">The language.</param>
    public static string InSentence(string eventCode, EventDetail detail, string? title, string? site, Language language)
    {
        var words = language[ExplainingText.Words];
        var page = string.IsNullOrWhiteSpace(title) ? null : language.QuotedValue(title);
        var on = string.IsNullOrWhiteSpace(site) ? null : PlainText.Shown(site, 60);
        string On(string done) => on is null ? done : words["DidOn", done, on];
        return (eventCode, detail) switch
        {
            (VendorEvents.PageView, _) => On(page is null ? words["Event.page_view"] : words["Event.page_view.Title", page]),
            (VendorEvents.Scroll, { Percent: { } percent }) when page is not null => On(words["Event.scroll.PercentTitle", percent, page]),
            (VendorEvents.Engagement, { Engaged: { } engaged }) when page is not null => on is null
                ? words["Event.user_engagement.TimeTitle", language.Duration(engaged), page]
                : words["Event.user_engagement.TimeTitleSite", language.Duration(engaged), page, on],
            // It is about a number, and where it was told says nothing of that.
            (VendorEvents.CookieMatch, { PartnersNumber: not null }) => Of(eventCode, detail, language),
            (VendorEvents.CookieMatch, _) when on is not null => words["Event.cookie_match.On", on],
            // The subject is what the page is about; naming it twice would only lengthen the sentence.
            (not VendorEvents.Click, { Subject: not null }) => On(Of(eventCode, detail, language)),
            _ when page is not null && eventCode != VendorEvents.Unknown => on is null
                ? words["DidIn", Of(eventCode, detail, language), page]
                : words["DidInOn", Of(eventCode, detail, language), page, on],
            _ => On(Of(eventCode, detail, language)),
        };
    }

    private static string NumberShown(string number) =>
        number.Length > WholeNumber ? "…" + PlainText.Shown(number[^4..]) : PlainText.Shown(number);
}
