using System.Globalization;

namespace PixelLab.Bench;

/// <summary>How many hits a second the pixel takes, beside the plainest pixel there is.</summary>
internal static class PixelAgainstNginx
{
    private const int Rounds = 5;
    private const double Aim = 0.5;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    /// <summary>Measures both in turn and prints the ratio of their medians.</summary>
    public static async Task RunAsync()
    {
        await using var nginx = await NginxProcess.StartAsync();
        if (nginx is null)
        {
            Console.WriteLine("requests a second: nginx is not installed (Debian: apt-get install nginx-light), so there is nothing to compare with");
            return;
        }

        await using var lab = await BenchLab.StartAsync();
        const string Path = "/~bench/px/PL-SHOP-1.gif";
        await Load.ForAsync(Warm, nginx.Port, Path);
        await Load.ForAsync(Warm + Warm, lab.Port, Path);
        var plain = new List<double>();
        var pixel = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            plain.Add(await Load.ForAsync(Round, nginx.Port, Path));
            pixel.Add(await Load.ForAsync(Round, lab.Port, Path));
        }

        var ratio = Median(pixel) / Median(plain);
        Console.WriteLine($"nginx empty_gif with access log  {Median(plain),9:n0} requests/s   ({Text(plain)})");
        Console.WriteLine($"PixelLab, captured and durable   {Median(pixel),9:n0} requests/s   ({Text(pixel)})");
        Console.WriteLine($"ratio                            {ratio,9:n2}              (aim: at least {Aim:n1})");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Text(List<double> values) => string.Join(" ", values.Select(value => value.ToString("n0", CultureInfo.InvariantCulture)));
}
