using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Compare;

/// <summary>A cookie as it is in this browser now, as far as its requests have shown.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, as it was sent or set last.</param>
/// <param name="Owner">The host of the town that set it and gets it back.</param>
/// <param name="Lifetime">How long the browser is to keep it, in words; null where its setting was not seen here.</param>
/// <param name="Attributes">What else was written beside it, in the order of the <c>Set-Cookie</c> line (RFC 6265 section 4.1).</param>
/// <param name="Set">The event whose reply set it, or null.</param>
/// <param name="Carried">How many requests have carried it back.</param>
/// <param name="LastCarried">The last of them, by its event's id; null where none has.</param>
public sealed record CookieSpecimen(
    string Name,
    string Value,
    string Owner,
    string? Lifetime,
    IReadOnlyList<string> Attributes,
    long? Set,
    int Carried,
    long? LastCarried);

/// <summary>Follows one cookie through a seat's requests.</summary>
/// <param name="name">The cookie's name.</param>
/// <param name="owner">The host that owns it.</param>
internal sealed class CookieTrail(string name, string owner)
{
    private const int MostShown = 80;
    private const long MostSeconds = 100L * 366 * 24 * 60 * 60;

    private string? _value;
    private TimeSpan? _age;
    private IReadOnlyList<string> _attributes = [];
    private long? _set;
    private long? _lastCarried;

    /// <summary>Whether it has been seen.</summary>
    public bool IsSeen => _value is not null;

    /// <summary>How many requests have carried it back.</summary>
    public int Carried { get; private set; }

    /// <summary>The cookie as of now, or null where it has never been seen.</summary>
    public CookieSpecimen? Specimen(Language language) => _value is null
        ? null
        : new CookieSpecimen(name, _value, owner, _set is null ? null : Lifetime(language), _attributes, _set, Carried, _lastCarried);

    /// <summary>Takes a request and what was set in reply to it.</summary>
    public void Take(long id, CapturedRequest request, IReadOnlyList<string> setCookies)
    {
        if (request.Cookie(name) is { Length: > 0 } sent)
        {
            _value = PlainText.Shown(sent, MostShown);
            Carried++;
            _lastCarried = id;
        }

        foreach (var line in setCookies)
        {
            if (line.StartsWith(name + "=", StringComparison.Ordinal))
            {
                TakeSet(id, line);
            }
        }
    }

    /// <summary>Takes a <c>Set-Cookie</c> line apart (RFC 6265 section 5.2).</summary>
    private void TakeSet(long id, string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        _value = PlainText.Shown(parts[0][(name.Length + 1)..], MostShown);
        _attributes = [.. parts.Skip(1).Take(12).Select(part => PlainText.Shown(part, MostShown))];
        _age = Age(_attributes);
        _set = id;
    }

    private static TimeSpan? Age(IReadOnlyList<string> attributes)
    {
        const string MaxAge = "max-age=";
        var age = attributes.FirstOrDefault(part => part.StartsWith(MaxAge, StringComparison.OrdinalIgnoreCase));
        return age is not null && long.TryParse(age.AsSpan(MaxAge.Length), out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MostSeconds))
            : null;
    }

    private string Lifetime(Language language) => _age switch
    {
        null => language[ComparingText.Words]["UntilClosed"],
        { Ticks: 0 } => language[ComparingText.Words]["TakenBack"],
        { TotalHours: < 2 } age => language.Minutes((long)age.TotalMinutes),
        { TotalDays: < 2 } age => language.Hours((long)age.TotalHours),
        { } age => language.Days((long)age.TotalDays),
    };
}
