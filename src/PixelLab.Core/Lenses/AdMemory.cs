namespace PixelLab.Core.Lenses;

/// <summary>What a tracker remembers of one visitor to show ads by: the products looked at last and those bought.</summary>
internal sealed class AdMemory
{
    /// <summary>The most products held; the one looked at longest ago goes.</summary>
    private const int Most = 8;

    private readonly List<int> _looked = [];
    private readonly List<int> _bought = [];

    /// <summary>The product looked at last and not bought, as far as the tracker knows; null for none.</summary>
    public int? Unbought
    {
        get
        {
            for (var place = _looked.Count - 1; place >= 0; place--)
            {
                if (!_bought.Contains(_looked[place]))
                {
                    return _looked[place];
                }
            }

            return null;
        }
    }

    /// <summary>Notes that the visitor looked at a product.</summary>
    public void Looked(int product) => Put(_looked, product);

    /// <summary>Notes that the visitor bought a product.</summary>
    public void Bought(int product) => Put(_bought, product);

    /// <summary>The memory of two visitors who turn out to be one.</summary>
    public AdMemory And(AdMemory other)
    {
        foreach (var product in other._looked)
        {
            Looked(product);
        }

        foreach (var product in other._bought)
        {
            Bought(product);
        }

        return this;
    }

    private static void Put(List<int> products, int product)
    {
        products.Remove(product);
        products.Add(product);
        if (products.Count > Most)
        {
            products.RemoveAt(0);
        }
    }
}
