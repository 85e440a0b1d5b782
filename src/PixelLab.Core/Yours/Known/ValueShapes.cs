using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// Reads what a value looks like: an address of somebody, an id and when it was made, a hash, a time, a place, a text in base64. A look is no proof, and
/// the words say so. Nothing is reversed, and every expression is anchored and bounded, for the values are hostile text.
/// </summary>
internal static partial class ValueShapes
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>What a value looks like; null for an empty one.</summary>
    public static ValueShape? Of(string value, Language language)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var words = language[ShapeText.Words];
        return value.Length > PartLimits.Shape
            ? Plain(value, words)
            : Somebody(value, language) ?? Id(value, language) ?? Answer(value, language) ?? Written(value, language)
                ?? Surroundings(value, language) ?? Time(value, language) ?? Plain(value, words);
    }

    /// <summary>Who somebody is: an address of theirs, or the code that is made of it.</summary>
    private static ValueShape? Somebody(string value, Language language)
    {
        var words = language[ShapeText.Words];
        var head = PlainText.Head(value, PartLimits.EmailWithin);
        if (head.Contains('@', StringComparison.Ordinal) && EmailWithin().Match(head) is { Success: true } email)
        {
            return email.Length == value.Length
                ? new(words["Email"], "Account", Telling.Person, IsLoud: true)
                : new(words["EmailWithin", language.QuotedValue(email.Value)], "Account", Telling.Person, IsLoud: true);
        }

        if (value[0] == '+' && Phone().IsMatch(value) && value.Count(char.IsAsciiDigit) is >= 8 and <= 15)
        {
            return new(words["Phone"], "Account", Telling.Person, IsLoud: true);
        }

        return value.AsSpan().IndexOfAnyExcept(Hex) >= 0 ? null : value.Length switch
        {
            32 => new(words["Md5"], Tells: Telling.Number),
            40 => new(words["Sha1"], Tells: Telling.Number),
            64 => new(words["Sha256"], "Account", Telling.Person),
            _ => null,
        };
    }

    /// <summary>Numbers by which a browser is known again, and when they were made.</summary>
    private static ValueShape? Id(string value, Language language)
    {
        var words = language[ShapeText.Words];
        ValueShape Made(string name, DateTimeOffset at) => new(words[name, language.Moment(at)], "FirstPartyId", Telling.Number);

        if (EmbeddedTime.OfGoogle(value) is { } google)
        {
            return Made("GoogleId", google);
        }

        if (ParameterValues.InWords(ValueKind.MadeId, value, language) is { } meta)
        {
            return new(words["MetaId", meta], "FirstPartyId", Telling.Number);
        }

        if (Guid.TryParse(value, CultureInfo.InvariantCulture, out var uuid) && value.Contains('-', StringComparison.Ordinal))
        {
            return EmbeddedTime.OfUuid(uuid) is { } made ? Made("UuidTime", made) : new(words["Uuid"], "FirstPartyId", Telling.Number);
        }

        return EmbeddedTime.OfUlid(value) is { } ulid ? Made("Ulid", ulid) : null;
    }

    /// <summary>What somebody answered at a banner.</summary>
    private static ValueShape? Answer(string value, Language language)
    {
        var words = language[ShapeText.Words];
        if (value.Length == 4 && UsPrivacy().IsMatch(value) && ParameterValues.InWords(ValueKind.UsPrivacy, value, language) is { } optOut)
        {
            return new(words["UsPrivacy", optOut], "Consent");
        }

        if (ConsentString.Read(value) is { } tcf)
        {
            return new(
                words["Tcf", language.Moment(tcf.Created), tcf.CmpId, LanguageNames.Of(tcf.Language, language), tcf.Purposes, ConsentString.AllPurposes], "Consent");
        }

        return Gpp().IsMatch(value) ? new(words.Count("Gpp", value.Count(letter => letter == '~')), "Consent") : null;
    }

    /// <summary>Values that hold others.</summary>
    private static ValueShape? Written(string value, Language language)
    {
        var words = language[ShapeText.Words];
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri?.Host.Length > 0)
        {
            return new(words["Url", language.Quoted(uri.Host, 80)], "Page");
        }

        if (value.StartsWith("Mozilla/", StringComparison.Ordinal))
        {
            var program = UserAgentReader.Read(value).InWords(language);
            return new(program is null ? words["Browser"] : words["Browser.Known", program], "Script", Telling.Program);
        }

        if (Jwt().IsMatch(value))
        {
            return new(words["Jwt"]);
        }

        if (Folded.IsJson(value))
        {
            return new(words["Json"]);
        }

        return Folded.Base64Text(value) is { } text && text.Any(char.IsLetter) ? new(words["Base64", language.QuotedValue(text)]) : null;
    }

    /// <summary>What somebody uses, and where.</summary>
    private static ValueShape? Surroundings(string value, Language language)
    {
        var words = language[ShapeText.Words];
        if (ScreenSize().IsMatch(value))
        {
            return new(words["Size", ParameterValues.InWords(ValueKind.Size, value, language)], "Script", Telling.Screen);
        }

        if (LanguageTag().IsMatch(value))
        {
            return new(words["Language", LanguageNames.Of(value.Replace('_', '-'), language)], "Language", Telling.Languages);
        }

        if (TimeZoneName().IsMatch(value))
        {
            return new(words["TimeZone"], "Script", Telling.TimeZone);
        }

        if (Position().IsMatch(value))
        {
            return new(words["Position"], "Place", Telling.Address, IsLoud: true);
        }

        // Four small numbers are a version, or what lies in a cart; hardly any address is made of such.
        return value.Count(letter => letter is '.' or ':') >= 2 && !FourSmallNumbers().IsMatch(value) && (value.Contains(':', StringComparison.Ordinal) || value.Count(letter => letter == '.') == 3)
            && value.All(letter => char.IsAsciiHexDigit(letter) || letter is '.' or ':') && IPAddress.TryParse(value, out _)
            ? new(words["Address"], "Network", Telling.Address)
            : null;
    }

    private static ValueShape? Time(string value, Language language) =>
        EmbeddedTime.OfUnix(value) is { } at ? new(language[ShapeText.Words]["Time", language.Moment(at)], "Bookkeeping") : null;

    /// <summary>What is left to say of a value that looks like nothing in particular.</summary>
    private static ValueShape Plain(string value, Words words)
    {
        var kind = Kind(value);
        return new ValueShape(words.Count($"Plain.{kind}", value.Length)) { IsTelling = false };
    }

    private static string Kind(string value)
    {
        var (letters, digits) = (false, false);
        foreach (var letter in value)
        {
            letters |= char.IsLetter(letter);
            digits |= char.IsAsciiDigit(letter);
            if (!char.IsLetter(letter) && !char.IsAsciiDigit(letter))
            {
                return "Characters";
            }
        }

        return (letters, digits) switch { (true, true) => "Mixed", (true, false) => "Letters", _ => "Digits" };
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}", RegexOptions.CultureInvariant)]
    private static partial Regex EmailWithin();

    [GeneratedRegex(@"^\+\d[\d ().-]{6,20}\d\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^1[YNyn-]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UsPrivacy();

    /// <summary>The header begins with type 3 and version 1, which is <c>DB</c> in its alphabet (IAB Tech Lab, Global Privacy Platform).</summary>
    [GeneratedRegex(@"^DB[A-Za-z0-9_-]{2,40}(?:~[A-Za-z0-9_.-]{1,2000}){1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Gpp();

    [GeneratedRegex(@"^eyJ[A-Za-z0-9_-]{5,2000}\.eyJ[A-Za-z0-9_-]{2,3000}\.[A-Za-z0-9_-]{0,1000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Jwt();

    [GeneratedRegex(@"^\d{3,5}x\d{3,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ScreenSize();

    [GeneratedRegex(@"^[a-z]{2,3}[-_][A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    /// <summary>The areas of the IANA time zone database.</summary>
    [GeneratedRegex(@"^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/+-]{2,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeZoneName();

    [GeneratedRegex(@"^1?\d(?:\.1?\d){3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FourSmallNumbers();

    [GeneratedRegex(@"^-?\d{1,2}\.\d{2,15}[,;] ?-?\d{1,3}\.\d{2,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Position();
}
