using PixelLab.Core.Events;
using PixelLab.Web.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Story;

/// <summary>The story on each page, as long as it is told.</summary>
internal sealed class StoryPart : PagePart
{
    /// <inheritdoc />
    public override Type Component => typeof(StoryStrip);

    /// <inheritdoc />
    public override bool NeedsNoScripts => true;

    /// <inheritdoc />
    public override ValueTask<IEnumerable<WordList>> WordsForAsync(SeatId seat) => ValueTask.FromResult<IEnumerable<WordList>>([]);
}
