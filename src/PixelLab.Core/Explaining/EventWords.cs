using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>The field's names of events in plain words, as what a person did.</summary>
public static class EventWords
{
    /// <summary>The event for a row of a list: <c>opened a page</c>.</summary>
    public static string Of(string eventCode) => eventCode switch
    {
        VendorEvents.PageView => "opened a page",
        VendorEvents.Click => "clicked",
        VendorEvents.Scroll => "scrolled",
        VendorEvents.Engagement => "was still reading",
        VendorEvents.ViewItem => "looked at a product",
        VendorEvents.ViewItemList => "looked at a list of products",
        VendorEvents.AddToCart => "put something in the cart",
        VendorEvents.AdSlot => "had a place for an ad on the page",
        "remove_from_cart" => "took something out of the cart",
        "view_cart" => "looked into the cart",
        VendorEvents.BeginCheckout => "went to the checkout",
        VendorEvents.Purchase => "bought something",
        VendorEvents.Search or "view_search_results" => "searched",
        VendorEvents.Login => "logged in",
        VendorEvents.SignUp => "signed up",
        "generate_lead" => "sent a form",
        VendorEvents.AdRequest => "opened a page that asked for an ad",
        VendorEvents.AdImpression => "was shown an ad",
        VendorEvents.AdViewable => "had an ad in view for a second",
        VendorEvents.AdClick => "clicked an ad",
        VendorEvents.Like => "liked a post",
        VendorEvents.Share => "shared a post",
        "email_open" => "opened a message",
        "email_click" => "clicked a link in a message",
        "email_unsubscribe" => "left a mailing list",
        VendorEvents.CookieMatch => "was matched between two companies",
        _ => "did something this lab does not know",
    };

    /// <summary>The event with what else the hit told about it: <c>scrolled to 75 %</c>.</summary>
    public static string Of(string eventCode, EventDetail detail) => (eventCode, detail) switch
    {
        (VendorEvents.Scroll, { Percent: { } percent }) => $"scrolled to {percent} %",
        (VendorEvents.Click, { Target: { } target }) => $"clicked {PlainText.Quoted(target, 60)}",
        (VendorEvents.Engagement, { Engaged: { } engaged }) => $"read on for {ParameterValues.Duration(engaged)}",
        (VendorEvents.ViewItem, { Subject: { } subject }) => $"looked at the product {PlainText.Quoted(subject, 60)}",
        (VendorEvents.ViewItemList, { Subject: { } subject }) => $"looked at the list {PlainText.Quoted(subject, 60)}",
        (VendorEvents.AddToCart, { Subject: { } subject }) => $"put {PlainText.Quoted(subject, 60)} in the cart",
        (VendorEvents.Like, { Subject: { } subject }) => $"liked {PlainText.Quoted(subject, 60)}",
        (VendorEvents.Share, { Subject: { } subject }) => $"shared {PlainText.Quoted(subject, 60)}",
        (VendorEvents.Search, { Subject: { } subject }) => $"searched for {PlainText.Quoted(subject, 60)}",
        (VendorEvents.Purchase, { Worth: { } worth }) => $"bought something for {PlainText.Shown(worth, 40)}",
        _ => Of(eventCode),
    };

    /// <summary>The event as part of a sentence, with the page it happened on as far as known.</summary>
    /// <param name="eventCode">The field's name of the event.</param>
    /// <param name="detail">What else the hit told about it.</param>
    /// <param name="title">The page's title, or null.</param>
    /// <param name="site">The site, or null.</param>
    public static string InSentence(string eventCode, EventDetail detail, string? title, string? site)
    {
        var page = string.IsNullOrWhiteSpace(title) ? null : PlainText.Quoted(title);
        var on = string.IsNullOrWhiteSpace(site) ? "" : $" on {PlainText.Shown(site, 60)}";
        return (eventCode, detail) switch
        {
            (VendorEvents.PageView, _) => page is null ? $"opened a page{on}" : $"opened {page}{on}",
            (VendorEvents.Scroll, { Percent: { } percent }) when page is not null => $"scrolled to {percent} % of {page}{on}",
            (VendorEvents.Engagement, { Engaged: { } engaged }) when page is not null =>
                $"had {page}{on} in view for {ParameterValues.Duration(engaged)} more",
            (VendorEvents.Click, _) when page is not null => $"{Of(eventCode, detail)} in {page}{on}",
            // The subject is what the page is about; naming it twice would only lengthen the sentence.
            (_, { Subject: not null }) => Of(eventCode, detail) + on,
            _ when page is not null && eventCode != VendorEvents.Unknown => $"{Of(eventCode, detail)} in {page}{on}",
            _ => Of(eventCode, detail) + on,
        };
    }
}
