using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Population;

/// <summary>What the requests to the network that belong together carry, and what the browser keeps of the answers.</summary>
internal sealed class CookieTrade
{
    private const string Attributes = "; Path=/; Max-Age=34560000; HttpOnly; SameSite=None; Secure";
    private const int Occasion = -2;

    private readonly Inhabitant _person;
    private readonly OwnBrowser _browser;
    private readonly BrowserState _state;
    private readonly string _site;
    private readonly string? _newId;
    private readonly string? _newPartitioned;
    private bool _wasGiven;

    /// <summary>What a browser holds for the network on a site now.</summary>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="occasion">A number that no other trade of that browser has.</param>
    /// <param name="person">Whose browser it is.</param>
    /// <param name="browser">The browser.</param>
    /// <param name="state">What it holds.</param>
    /// <param name="site">The site around the requests.</param>
    public CookieTrade(int seed, int occasion, Inhabitant person, OwnBrowser browser, BrowserState state, string site)
    {
        (_person, _browser, _state, _site) = (person, browser, state, site);
        var partitioned = state.PartitionedId(site);
        var dice = new Dice(seed, browser.Number, occasion, Occasion);
        _newId = state.Id is null ? dice.Hexadecimal() : null;
        _newPartitioned = partitioned is null ? dice.Hexadecimal() : null;
        List<string> sent = [];
        if (state.Id is not null)
        {
            sent.Add($"{AdnetWire.IdCookie}={state.Id}");
        }

        if (partitioned is not null)
        {
            sent.Add($"{AdnetWire.PartitionedIdCookie}={partitioned}");
        }

        Sent = sent.Count > 0 ? string.Join("; ", sent) : null;
    }

    /// <summary>The <c>Cookie</c> header, or null.</summary>
    public string? Sent { get; }

    /// <summary>The <c>Set-Cookie</c> headers of the answer.</summary>
    public IReadOnlyList<string> Given
    {
        get
        {
            _wasGiven = true;
            List<string> given = [];
            if (_newId is not null)
            {
                given.Add($"{AdnetWire.IdCookie}={_newId}{Attributes}");
            }

            if (_newPartitioned is not null)
            {
                given.Add($"{AdnetWire.PartitionedIdCookie}={_newPartitioned}{Attributes}; Partitioned");
            }

            return given;
        }
    }

    /// <summary>The browser keeps what it was given, as far as it does so.</summary>
    public void Settle()
    {
        if (!_wasGiven)
        {
            return;
        }

        if (_newId is not null && !_person.RefusesThirdParty)
        {
            _state.Id = _newId;
        }

        if (_newPartitioned is not null && (!_person.RefusesThirdParty || _browser.Kind.KeepsPartitioned))
        {
            _state.KeepPartitioned(_site, _newPartitioned);
        }
    }
}
