namespace PixelLab.Web.Sites.News.Articles;

internal static class NightBakery
{
    public static readonly Article Article = new()
    {
        Section = "food",
        Slug = "bread-at-three-in-the-morning",
        Headline = "Bread at three in the morning",
        IsForReaders = true,
        Standfirst = "The bakery in Lamp Street opens when others sleep. Its customers are the people you never see.",
        Author = "Jory Penhallow",
        PictureText = "A lit bakery window in a dark street, loaves on the course and a bicycle outside.",
        Body = """
            The light in Lamp Street goes on at a quarter to two. By three there is a queue: a nurse with her coat over
            her uniform, two men from the ice plant, a woman who delivers this newspaper. Nobody says much. The door
            opens, and the smell gets there first.

            Wim and Adaeze Koster did not set out to run a bakery for the night. They had meant to open at seven, as
            everybody does. In their first week somebody knocked on the glass at ten past three, pointed at a tray of
            rolls, and put both hands together as if in prayer. “What should I have done,” says Wim. “They were ready.”

            # The half-past loaf

            Word went round the way it does among people who work at night, quickly and only among themselves. The ice
            plant wanted something that could be eaten with gloves on. The hospital wanted something that was still good
            six hours later. The harbour pilots wanted anything at all, but warm. Out of this came the half-past loaf, a
            long roll with barley, seaweed and a great deal of butter, which leaves the oven at half past three and has
            never once lasted until five.

            There is no secret in it, says Adaeze, and reads out the recipe to anyone who asks: two parts wheat, one
            part barley, a spoon of dried dulse for each loaf, and the dough left alone for fourteen hours. “People
            write it down, and then they ask what the trick is. I tell them it is the fourteen hours. They look at me as
            if I were hiding something.”

            # Paid by daylight

            At night there is no till. A bowl stands on the counter, people put in what they have, and those who have
            nothing until Friday put in a slip of paper with their name. The Kosters say that in four years the bowl has
            been short three times, and each time it put itself right within the week.

            At seven the street wakes up, the till is switched on, and the second half of the town comes in for
            croissants. They are very good croissants. But if you stand at the counter at that hour, you can see the
            crumbs of a party that you were not invited to.
            """,
        Letters =
        [
            new("A night nurse", "Thank you for not printing the house number. The queue is long enough."),
            new("Greta Solheim, Tern Lane", "I left it alone for fourteen hours. It works. I feel a little foolish about all the other things I tried."),
            new("Crew of the pilot boat", "It was us who knocked. We would like that to be on record."),
        ],
    };
}
