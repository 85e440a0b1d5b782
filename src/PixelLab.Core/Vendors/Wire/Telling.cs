namespace PixelLab.Core.Vendors.Wire;

/// <summary>What a part of a request tells a company about somebody, the most telling first.</summary>
public enum Telling
{
    /// <summary>Whose account or address it is: a number or a code that is the same for all visits of one person.</summary>
    Person,

    /// <summary>Which message, and so whose.</summary>
    Letter,

    /// <summary>What a purchase was worth.</summary>
    Worth,

    /// <summary>What was searched for.</summary>
    Search,

    /// <summary>What a page showed: a product, a post.</summary>
    Item,

    /// <summary>The page's title.</summary>
    Title,

    /// <summary>The page's address.</summary>
    Page,

    /// <summary>What was clicked.</summary>
    Clicked,

    /// <summary>Which ad was clicked before.</summary>
    AdClicked,

    /// <summary>Another company's number for the browser.</summary>
    PartnersNumber,

    /// <summary>The company's own number for the browser, which the browser sent back.</summary>
    Number,

    /// <summary>The page before.</summary>
    CameFrom,

    /// <summary>How long the page was in view.</summary>
    TimeInView,

    /// <summary>How far the page was scrolled.</summary>
    Scrolled,

    /// <summary>The network address.</summary>
    Address,

    /// <summary>The browser or program.</summary>
    Program,

    /// <summary>The languages.</summary>
    Languages,

    /// <summary>The size of the screen.</summary>
    Screen,

    /// <summary>How far the clock is ahead of UTC.</summary>
    TimeZone,
}
