using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>One thing that a request told a company about somebody.</summary>
/// <param name="Telling">What kind of thing.</param>
/// <param name="Field">The field that told it, by the name that <see cref="ExplainedHit.Fields"/> has for it.</param>
/// <param name="Value">What it said, as it came.</param>
/// <param name="Kind">How to read it.</param>
public sealed record Told(Telling Telling, string Field, string Value, ValueKind Kind);

/// <summary>Reads what a request told, the most telling first. Pure, and never fails on what a request holds.</summary>
public static class ToldReader
{
    /// <summary>The headers that tell something of somebody; more stand under the technical parts.</summary>
    private static readonly (string Header, Telling Telling)[] Headers =
        [("User-Agent", Telling.Program), ("Accept-Language", Telling.Languages)];

    /// <summary>What a hit told. The address and the name of a program that no person uses say nothing of anybody.</summary>
    public static IReadOnlyList<Told> Of(Hit hit, Fetch fetch)
    {
        var request = hit.Request;
        var wire = VendorList.Find(hit.Vendor);
        var told = new List<Told>();
        void Add(Telling telling, string field, string? value, ValueKind kind = ValueKind.Text)
        {
            if (!string.IsNullOrEmpty(value))
            {
                told.Add(new(telling, PlainText.Head(field, ExplainedField.MaxField), PlainText.Head(value, ExplainedField.MaxValue), kind));
            }
        }

        if (wire?.PathTells(request) is (var byPath, var said))
        {
            Add(byPath, "path", said);
        }

        if (wire is not null)
        {
            // The price of a thing that is only looked at says nothing of anybody's purchase.
            var isOrder = wire.EventOf(request) is VendorEvents.Purchase or VendorEvents.BeginCheckout;
            foreach (var pair in request.Query)
            {
                if (wire.ParameterOf(request, pair.Name) is { Tells: { } tells } parameter
                    && (tells != Telling.Worth || isOrder))
                {
                    Add(tells, pair.Name, pair.Value, parameter.Kind);
                }
            }

            foreach (var cookie in wire.Cookies)
            {
                Add(Telling.Number, cookie.Name, request.Cookie(cookie.Name), ValueKind.Code);
            }
        }

        if (request.Header("Referer") is { } referrer && told.TrueForAll(one => one.Telling is not (Telling.Page or Telling.CameFrom)))
        {
            // Where a page of the real web was opened, it names the one before.
            Add(wire is null && fetch.Means == FetchMeans.Navigation ? Telling.CameFrom : Telling.Page, "Referer", referrer, ValueKind.PageAddress);
        }

        if (fetch.IsMailServices || fetch.IsNobodys)
        {
            return [.. told.OrderBy(one => one.Telling)];
        }

        Add(Telling.Address, "address", request.Address);
        foreach (var (header, of) in Headers)
        {
            if (told.TrueForAll(one => one.Telling != of))
            {
                Add(of, NameOf(request, header), request.Header(header), ValueKind.Code);
            }
        }

        return [.. told.OrderBy(one => one.Telling)];
    }

    /// <summary>The header's name as it came.</summary>
    private static string NameOf(CapturedRequest request, string header) =>
        request.Headers.FirstOrDefault(line => string.Equals(line.Name, header, StringComparison.OrdinalIgnoreCase)).Name ?? header;
}
