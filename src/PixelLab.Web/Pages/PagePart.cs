using PixelLab.Core.Events;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Pages;

/// <summary>What a feature puts at the foot of every page, of the lab and of the sites; a page does not know whose it is.</summary>
public abstract class PagePart
{
    /// <summary>The component; its parameter <c>Place</c> is where in the town the page lies.</summary>
    public abstract Type Component { get; }

    /// <summary>Whether it stands without scripts, so that pages that run none have it, too.</summary>
    public virtual bool NeedsNoScripts => false;

    /// <summary>The words that its scripts say in a seat's pages.</summary>
    public abstract ValueTask<IEnumerable<WordList>> WordsForAsync(SeatId seat);
}
