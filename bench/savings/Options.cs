namespace DepGraph.Bench.Savings;

/// <summary>What the bench was asked for.</summary>
internal sealed class Options
{
    /// <summary>The one kind of app to measure; null for all.</summary>
    public string? App { get; private set; }

    /// <summary>The most pairs of a library.</summary>
    public int Rounds { get; private set; } = 60;

    /// <summary>Where every measured start is written.</summary>
    public string? Json { get; private set; }

    /// <summary>Such a file: nothing is measured, what is told now is judged by it.</summary>
    public string? Truth { get; private set; }

    /// <summary>How often an app is started for the recording that is judged.</summary>
    public int Runs { get; private set; } = 1;

    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.");
            switch (args[i])
            {
                case "--app": options.App = value; break;
                case "--rounds": options.Rounds = int.Parse(value); break;
                case "--json": options.Json = Path.GetFullPath(value); break;
                case "--truth": options.Truth = Path.GetFullPath(value); break;
                case "--runs": options.Runs = int.Parse(value); break;
                default: throw new ArgumentException($"There is no {args[i]}.");
            }
        }
        return options;
    }
}
