// A small house with three faults, to see that they are seen. Its folders are told by its namespaces alone.
#pragma warning disable IDE0130 // The namespaces are another house's.
namespace PixelLab.Planted.Cellar
{
    internal sealed class Ground;

    internal sealed class CellarThatLooksUp
    {
        public static object Look() => new Hall.Seen();
    }
}

namespace PixelLab.Planted.Hall
{
    internal sealed class Seen
    {
        public Cellar.Ground Below { get; } = new();

        public Corner.Niche Beside { get; } = new();
    }
}

namespace PixelLab.Planted.Hall.Corner
{
    internal sealed class Niche;
}

namespace PixelLab.Planted.Kitchen
{
    internal sealed class KitchenThatLooksOver
    {
        public Hall.Seen? Look { get; init; }
    }
}

namespace PixelLab.Planted.Attic
{
    internal sealed class Forgotten;
}
