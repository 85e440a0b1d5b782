namespace PixelLab.Core.Vendors;

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
}
