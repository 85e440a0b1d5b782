using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Invented;

namespace PixelLab.Core.Case;

/// <summary>Composes a case of its number: the same one everywhere and always.</summary>
public static class CaseComposer
{
    /// <summary>The most cases; their numbers go from 1 to this.</summary>
    public const int Most = 9999;

    /// <summary>How many palettes the shop’s stylesheet has.</summary>
    public const int Palettes = 5;

    private const int Names = 2;
    private const int GoodsOfTrade = 4;

    /// <summary>The trades, by their names in <c>CaseText.resx</c>.</summary>
    public static IReadOnlyList<string> Trades { get; } = ["tea", "kites", "seeds", "lamps", "maps"];

    /// <summary>The number of a seat in which none was chosen: of each seat another.</summary>
    public static int NumberOf(SeatId seat)
    {
        // FNV-1a: spreads well enough, and is the same on every machine.
        var hash = 2_166_136_261u;
        foreach (var letter in seat.Value)
        {
            hash = (hash ^ letter) * 16_777_619;
        }

        return (int)(hash % Most) + 1;
    }

    /// <summary>The number in a text; null where it is none.</summary>
    public static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;

    /// <summary>The case of that number.</summary>
    public static CasePlan Of(int number)
    {
        var dice = new Dice(number);
        var trade = Trades[dice.Below(Trades.Count)];
        var plan = new CasePlan
        {
            Number = number,
            Trade = trade,
            Name = dice.Below(Names),
            Colours = dice.Below(Palettes),
            Person = Personas.All[dice.Below(Personas.All.Count)],
            Goods = [.. dice.Shuffled(Enumerable.Range(0, GoodsOfTrade)).Select(place => GoodOf(trade, place, 9 + dice.Below(30)))],
            Ties = dice.Shuffled(Enum.GetValues<TiedBy>()),
            Companies = [],
        };
        var roles = dice.Shuffled(Enum.GetValues<CaseRole>());
        return plan with { Companies = [.. dice.Shuffled(InventedWire.All.Zip(roles, (wire, role) => CompanyOf(wire, role, dice)))] };
    }

    private static CaseGood GoodOf(string trade, int place, int price)
    {
        var name = CaseText.Words.English($"Good.{trade}.{place}")!;
        return new(string.Concat(name.ToLowerInvariant().Replace(' ', '-').Where(letter => char.IsAsciiLetterLower(letter) || letter == '-')), place, price);
    }

    private static CaseCompany CompanyOf(InventedWire wire, CaseRole role, Dice dice)
    {
        // Thrown for every role alike, so that what one is does not change what the others are.
        var (first, second, third) = (dice.Coin(), dice.Coin(), dice.Coin());
        var company = new CaseCompany(wire, role);
        return role switch
        {
            CaseRole.Watcher => company with { UsesScript = first, KeepsCookie = !first || second, TellsGood = true, TellsCost = third, TellsCode = second },
            CaseRole.Disguise => company with { KeepsCookie = true, TellsCost = first, TellsCode = second },
            CaseRole.Letters => company with { TellsCode = true, TellsCost = first },
            _ => company with { TellsCost = true, TellsGood = first },
        };
    }

    /// <summary>Chance that is the same each time (SplitMix64).</summary>
    private sealed class Dice(int seed)
    {
        private ulong _state = (ulong)seed;

        public int Below(int most)
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)most);
        }

        public bool Coin() => Below(2) == 1;

        public List<T> Shuffled<T>(IEnumerable<T> items)
        {
            var list = items.ToList();
            for (var last = list.Count - 1; last > 0; last--)
            {
                var other = Below(last + 1);
                (list[last], list[other]) = (list[other], list[last]);
            }

            return list;
        }
    }
}
