using PixelLab.Core.Events;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// How SQL asks for kinds of events: by the first bytes of their JSON, which need no column of their own. Those that a seat has few of have an
/// index; the engine uses it where a query names the index's own terms (sqlite.org/partialindex.html, rule 2).
/// </summary>
internal static class KindTerms
{
    /// <summary>The terms of the index.</summary>
    public static string OfFew { get; } = string.Join(" AND ", EventKinds.OfEveryPage.Beginnings.Select(begins => Term(begins, "<>")));

    /// <summary>The terms of some kinds, to go on with behind others; nothing where all are asked for.</summary>
    public static string Of(EventKinds? kinds) => kinds is null ? ""
        : (kinds.Overlaps(EventKinds.OfEveryPage) ? "" : " AND " + OfFew)
            + $" AND ({string.Join(" OR ", kinds.Beginnings.Select(begins => Term(begins, "=")))})";

    private static string Term(byte[] begins, string compared) => $"substr(body, 1, {begins.Length}) {compared} x'{Convert.ToHexString(begins)}'";
}
