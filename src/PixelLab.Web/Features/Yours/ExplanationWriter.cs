using System.Buffers;
using System.Text.Json;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Web.Features.Yours;

/// <summary>
/// Writes an <see cref="ExplanationView"/> piece by piece, so that it is never held whole. Each request has a line to itself: who reads along
/// finds its end without knowing JSON.
/// </summary>
internal sealed class ExplanationWriter(IBufferWriter<byte> output) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output);
    private bool _hasBegun;

    /// <summary>Whether something was written.</summary>
    public bool HasBegun => _hasBegun;

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    /// <summary>Writes a request.</summary>
    /// <returns>How many bytes it took.</returns>
    public long Write(BroughtKind kind, ExplainedRequestView request)
    {
        var before = _json.BytesCommitted;
        Begin(kind);
        JsonSerializer.Serialize(_json, request, ExplanationJson.Default.ExplainedRequestView);
        EndLine();
        return _json.BytesCommitted - before;
    }

    /// <summary>Writes what comes after the requests.</summary>
    public void End(Explanation explanation)
    {
        Begin(explanation.Kind);
        _json.WriteEndArray();
        _json.WriteStartArray("links");
        foreach (var link in explanation.Links)
        {
            JsonSerializer.Serialize(_json, ExplainedLinkView.Of(link), ExplanationJson.Default.ExplainedLinkView);
        }

        _json.WriteEndArray();
        _json.WriteStartArray("problems");
        foreach (var problem in explanation.Problems)
        {
            JsonSerializer.Serialize(_json, problem, ExplanationJson.Default.BroughtProblem);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    private void Begin(BroughtKind kind)
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        _json.WriteStartObject();
        _json.WritePropertyName("kind");
        JsonSerializer.Serialize(_json, kind, ExplanationJson.Default.BroughtKind);
        _json.WriteStartArray("requests");
        EndLine();
    }

    private void EndLine()
    {
        _json.Flush();
        output.Write("\n"u8);
    }
}
