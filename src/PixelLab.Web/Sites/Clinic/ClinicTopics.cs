namespace PixelLab.Web.Sites.Clinic;

/// <summary>What the clinic writes about.</summary>
public static class ClinicTopics
{
    /// <summary>All of it.</summary>
    public static readonly IReadOnlyList<ClinicTopic> All =
    [
        new()
        {
            Slug = "recurring-headaches",
            Title = "Headaches that keep coming back",
            Lead = "Most headaches pass. Some return, week after week, and deserve a closer look.",
            Drawing = "M32 8a18 18 0 0 0-18 18c0 7 4 10 5 15v9h20v-6h5c3 0 4-2 4-5v-6l4-2-4-9A18 18 0 0 0 32 8ZM30 18l-6 10h8l-4 9",
            Parts =
            [
                ("Tension or migraine", "A tension headache feels like a band around the head. A migraine more often sits on one side, throbs, and brings trouble with light and noise. Some people see flickering before it starts."),
                ("Keep a diary", "Write down when it came, what you ate, how you slept and what helped. After four weeks a pattern is often plain to see, and a doctor can do much more with it than with a memory."),
                ("When we want to see you", "If headaches come on more than four days a month, if they are new and strong, or if painkillers no longer help, make an appointment."),
            ],
            Doctor = "Dr Amara Holt, neurology",
            Group = "suffers from migraine",
        },
        new()
        {
            Slug = "itching-skin",
            Title = "Skin that itches",
            Lead = "Dry, red, itching patches have many causes. Few are dangerous, and most can be helped.",
            Drawing = "M12 40c6-10 12-10 20-4s14 6 20-4M12 50c6-10 12-10 20-4s14 6 20-4M20 18h.1M32 24h.1M44 16h.1M28 12h.1M38 30h.1",
            Parts =
            [
                ("What it may be", "Eczema likes the bends of elbows and knees. A rash from something you touched keeps to where you touched it. Wheals that come and go within a day are often hives."),
                ("What you can do", "Wash with warm water rather than hot, use a cream without perfume twice a day, and keep nails short. Write down new soaps, metals and plants."),
                ("When we want to see you", "If the skin weeps, if it keeps you awake, or if two weeks of care have changed nothing, make an appointment."),
            ],
            Doctor = "Dr Piet Sandoval, skin",
            Group = "has a skin condition",
        },
        new()
        {
            Slug = "low-mood",
            Title = "When everything feels grey",
            Lead = "Bad days belong to life. When they turn into weeks, talking to somebody helps, and it is no sign of weakness.",
            Drawing = "M18 42a10 10 0 0 1 2-20 13 13 0 0 1 25-2 11 11 0 0 1 1 22ZM22 50v4M32 50v4M42 50v4",
            Parts =
            [
                ("How it can show", "Some people feel sad; others feel nothing much. Sleep and appetite change, and what used to be fun is only tiring."),
                ("Small steps", "Daylight, a walk, one meal with somebody. None of it is a cure, all of it helps a little. Tell one person how you really are."),
                ("When we want to see you", "If it has lasted more than two weeks, make an appointment. You need no better reason than that."),
            ],
            Doctor = "Dr Lena Osei, talking therapy",
            Group = "is depressed",
        },
    ];

    /// <summary>The topic of that name, or null.</summary>
    public static ClinicTopic? Find(string? slug) => All.FirstOrDefault(topic => topic.Slug == slug);
}
