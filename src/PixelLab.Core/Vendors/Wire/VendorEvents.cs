namespace PixelLab.Core.Vendors.Wire;

/// <summary>The field's names for what pixels report, as web analytics writes them.</summary>
public static class VendorEvents
{
    /// <summary>A page was opened.</summary>
    public const string PageView = "page_view";

    /// <summary>Something on a page was clicked.</summary>
    public const string Click = "click";

    /// <summary>A share of the page was scrolled past.</summary>
    public const string Scroll = "scroll";

    /// <summary>The page was in view for some time.</summary>
    public const string Engagement = "user_engagement";

    /// <summary>A product was looked at.</summary>
    public const string ViewItem = "view_item";

    /// <summary>A list of products was looked at.</summary>
    public const string ViewItemList = "view_item_list";

    /// <summary>A product was put into the cart.</summary>
    public const string AddToCart = "add_to_cart";

    /// <summary>A place for an ad was on the page.</summary>
    public const string AdSlot = "ad_slot_view";

    /// <summary>A post was liked.</summary>
    public const string Like = "like";

    /// <summary>A post was shared.</summary>
    public const string Share = "share";

    /// <summary>A slot asked for an ad.</summary>
    public const string AdRequest = "ad_request";

    /// <summary>An ad was shown.</summary>
    public const string AdImpression = "ad_impression";

    /// <summary>An ad was at least half in view for a second, which the field counts as seen.</summary>
    public const string AdViewable = "ad_viewable";

    /// <summary>An ad was clicked.</summary>
    public const string AdClick = "ad_click";

    /// <summary>Two companies told each other the numbers by which they know a browser.</summary>
    public const string CookieMatch = "cookie_match";

    /// <summary>What it reports can't be told.</summary>
    public const string Unknown = "unknown";

    /// <summary>Something was searched for on the site.</summary>
    public const string Search = "search";

    /// <summary>The way to the till was begun.</summary>
    public const string BeginCheckout = "begin_checkout";

    /// <summary>Something was bought.</summary>
    public const string Purchase = "purchase";

    /// <summary>Somebody signed up, for a newsletter or an account.</summary>
    public const string SignUp = "sign_up";

    /// <summary>Somebody logged in.</summary>
    public const string Login = "login";

    /// <summary>A message's pixel was fetched: somebody, or something, opened it.</summary>
    public const string EmailOpen = "email_open";

    /// <summary>A link in a message was followed.</summary>
    public const string EmailClick = "email_click";

    /// <summary>A recipient took themselves off the list.</summary>
    public const string EmailUnsubscribe = "email_unsubscribe";
}
