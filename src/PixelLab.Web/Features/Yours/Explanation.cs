using System.Runtime.CompilerServices;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Web.Features.Yours;

/// <summary>
/// Explains what somebody brought while it is read. Requests are handed on one by one, for there may be many; links and problems, which are
/// bounded, are there when all is read.
/// </summary>
/// <param name="input">What was brought; it can be gone back in.</param>
/// <param name="name">The name of its file, or null.</param>
/// <param name="language">What is said is said in it.</param>
/// <param name="meter">Counts what is unpacked; null where nobody counts.</param>
internal sealed class Explanation(Stream input, string? name, Language language, ExplainMeter? meter = null)
{
    private readonly List<BroughtLink> _links = [];
    private readonly List<BroughtProblem> _problems = [];
    private int _untold;
    private bool _hasRequests;

    /// <summary>What it is; known from the first request on.</summary>
    public BroughtKind Kind { get; private set; }

    /// <summary>Why nothing at all could be read, when all is read; null where something could.</summary>
    public string? Refusal => _hasRequests || _links.Count > 0 ? null
        : _problems.Find(problem => problem.IsNothingRead)?.Why
        // A page or a letter that asks nobody is read all the same; of a command without an address nothing is left.
        ?? (Kind is BroughtKind.Har or BroughtKind.Html or BroughtKind.Mail ? null : _problems.FirstOrDefault()?.Why);

    /// <summary>The links, when all is read.</summary>
    public IEnumerable<ExplainedLink> Links => _links.Select(link => ExplainedLink.Of(link, language));

    /// <summary>The problems, when all is read.</summary>
    public IEnumerable<BroughtProblem> Problems => _untold == 0
        ? _problems
        : [.. _problems, new BroughtProblem(Words["Where.Text"], Words.Count("Cut.Problems", _untold))];

    private Words Words => language[BroughtText.Words];

    /// <summary>Reads it, and explains each request.</summary>
    public async IAsyncEnumerable<ExplainedRequestView> RequestsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var things = await BroughtReader.OpenAsync(input, name, language, cancellation, meter is null ? null : bytes => meter.TryCount(bytes));
        Kind = things.Kind;
        await foreach (var item in things.Items.WithCancellation(cancellation))
        {
            switch (item)
            {
                case BroughtItem.OfRequest { What: var request }:
                    _hasRequests = true;
                    yield return ExplainedRequestView.Of(RequestReader.Explain(request, language), request);
                    break;
                case BroughtItem.OfLink { What: var link } when _links.Count < BroughtLimits.Links:
                    _links.Add(link);
                    break;
                case BroughtItem.OfProblem { What: var problem } when _problems.Count < BroughtLimits.Problems:
                    _problems.Add(problem);
                    break;
                case BroughtItem.OfProblem:
                    _untold++;
                    break;
                default:
                    break;
            }
        }

        if (meter is { IsUsedUp: true })
        {
            _problems.Add(new BroughtProblem(Words["Where.File"], Words["Packed.TooMuch"]));
        }
    }
}
