using PixelLab.Core.Languages;

namespace PixelLab.Core.Tests.Languages;

public sealed class PluralFormsTests
{
    /// <summary>Numbers with their forms, as Unicode's CLDR gives them.</summary>
    [Theory]
    [InlineData("en", "0 other", "1 one", "2 other", "21 other")]
    [InlineData("de-AT", "0 other", "1 one", "2 other")]
    [InlineData("fr", "0 one", "1 one", "2 other")]
    [InlineData("pt-BR", "0 one", "1 one", "2 other")]
    [InlineData("pt-PT", "0 other", "1 one", "2 other")]
    [InlineData("ja", "0 other", "1 other", "2 other")]
    [InlineData("ru", "0 many", "1 one", "2 few", "5 many", "11 many", "12 many", "21 one", "22 few", "111 many")]
    [InlineData("hr", "0 other", "1 one", "3 few", "5 other", "13 other", "31 one")]
    [InlineData("pl", "0 many", "1 one", "2 few", "5 many", "12 many", "21 many", "22 few")]
    [InlineData("cs", "0 other", "1 one", "4 few", "5 other", "22 other")]
    [InlineData("sl", "1 one", "2 two", "3 few", "5 other", "101 one", "104 few")]
    [InlineData("lt", "0 other", "1 one", "2 few", "9 few", "10 other", "11 other", "21 one", "25 few")]
    [InlineData("lv", "0 zero", "1 one", "2 other", "11 zero", "21 one", "30 zero")]
    [InlineData("ro", "0 few", "1 one", "19 few", "20 other", "101 few")]
    [InlineData("ar", "0 zero", "1 one", "2 two", "3 few", "11 many", "100 other", "103 few")]
    [InlineData("he", "1 one", "2 two", "3 other")]
    [InlineData("mt", "0 few", "1 one", "2 two", "3 few", "11 many", "20 other")]
    [InlineData("ga", "1 one", "2 two", "3 few", "7 many", "11 other")]
    [InlineData("gd", "1 one", "11 one", "12 two", "19 few", "20 other")]
    [InlineData("cy", "0 zero", "1 one", "2 two", "3 few", "4 other", "6 many")]
    [InlineData("is", "1 one", "11 other", "21 one")]
    [InlineData("fil", "1 one", "4 other", "5 one", "6 other")]
    [InlineData("qaa", "1 one", "2 other")]
    public void A_number_has_its_form(string language, params string[] expected) =>
        Assert.Equal(expected, expected.Select(pair => pair.Split(' ')[0]).Select(number => $"{number} {PluralForms.Of(language, long.Parse(number))}"));
}
