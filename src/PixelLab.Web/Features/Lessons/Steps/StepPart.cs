using PixelLab.Core.Events;
using PixelLab.Web.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Lessons.Steps;

/// <summary>The step of the open lesson on each page of the town.</summary>
internal sealed class StepPart : PagePart
{
    /// <inheritdoc />
    public override Type Component => typeof(StepStrip);

    /// <inheritdoc />
    public override bool NeedsNoScripts => true;

    /// <inheritdoc />
    public override ValueTask<IEnumerable<WordList>> WordsForAsync(SeatId seat) => ValueTask.FromResult<IEnumerable<WordList>>([]);
}
