using DepGraph.Bench.Savings;

// Each library of three apps is left out in turn, and what that saves is compared with what a recording tells.
// bench/run savings [--app console|web|worker] [--rounds N] [--json FILE] [--truth FILE] [--runs N]
var options = Options.Parse(args);
var apps = SwitchedApp.All.Where(app => options.App == null || app.Kind == options.App).ToArray();
if (apps.Length == 0)
    throw new ArgumentException($"--app {options.App}: there are {string.Join(", ", SwitchedApp.All.Select(app => app.Kind))}.");

var truth = options.Truth == null ? Measured() : Truth.Read(options.Truth).Of(apps);
Report.Print(truth, truth.Apps.ToDictionary(known => known.App, known => Recording.ToJudge(apps.First(app => app.Kind == known.App), known, options.Runs)));

Truth Measured()
{
    var measured = new Truth([.. apps.Select(AppTruth.Empty)]);
    new Rounds(apps, options.Rounds).Measure(measured, round =>
    {
        if (options.Json != null)
            measured.Write(options.Json);
        var libraries = measured.Apps.SelectMany(app => app.Libraries).Select(known => $"{known.Library} {known.Saved.Median:0}");
        Console.Error.WriteLine($"round {round}: {string.Join(", ", libraries)}");
    });
    return measured;
}
