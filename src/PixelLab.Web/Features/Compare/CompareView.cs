using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Compare;

/// <summary>The comparison as it is sent to the page.</summary>
/// <param name="State">The state after so many events as were asked for.</param>
/// <param name="Total">How many events the seat has now.</param>
/// <param name="Next">When the event after the shown ones happened, for playing; left out at the end.</param>
/// <param name="Experiments">What can be tried, in the order of the evidence table.</param>
/// <param name="Cursor">The cursor for what comes after all of this.</param>
public sealed record CompareView(
    Comparison State, int Total, DateTimeOffset? Next, IReadOnlyList<ExperimentView> Experiments, Cursor Cursor);

/// <summary>Something to try.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What to do, in a few words.</param>
/// <param name="Steps">How to do it.</param>
/// <param name="Url">The address to do it at, with the learner's seat in it.</param>
/// <param name="Place">What the place at that address is called.</param>
/// <param name="Elsewhere">Whether that address has to be carried into another window or browser by hand.</param>
public sealed record ExperimentView(string Name, string Title, string Steps, string Url, string Place, bool Elsewhere);

/// <summary>Something a person is about to try.</summary>
/// <param name="Experiment">Its name.</param>
public sealed record ExperimentStart(string Experiment);

/// <summary>Two events' requests side by side.</summary>
/// <param name="Left">The first.</param>
/// <param name="Right">The second.</param>
/// <param name="Parts">Their parts in pairs.</param>
/// <param name="LeftOut">How many parts there are beyond those.</param>
public sealed record PairView(PairSide Left, PairSide Right, IReadOnlyList<PairedPart> Parts, int LeftOut);

/// <summary>One side of a pair.</summary>
/// <param name="Id">The event.</param>
/// <param name="At">When it happened.</param>
/// <param name="Who">The vendor or site that was asked.</param>
/// <param name="Words">What it was, in plain words, with the vendor or site that was asked.</param>
/// <param name="HeadBytes">Bytes of the request's head.</param>
public sealed record PairSide(long Id, DateTimeOffset At, string Who, string Words, int HeadBytes);

/// <summary>How comparisons are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CompareView))]
[JsonSerializable(typeof(ExperimentStart))]
[JsonSerializable(typeof(PairView))]
public sealed partial class CompareJson : JsonSerializerContext;
