using DepGraph.Loading;
using Spectre.Console;

namespace ConsoleBar;

/// <summary>Load mode under a bar of Spectre.Console.</summary>
internal static class LoadingBar
{
    public static void Play(LoadSequence sequence)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            sequence.Load(new TerminalBar()); // redirected: plain lines
            return;
        }

        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var bar = context.AddTask("Loading", maxValue: 1);
                foreach (var progress in sequence.LoadInSlices())
                {
                    bar.IsIndeterminate = progress.IsIndeterminate;
                    bar.Value = progress.Fraction;
                    bar.Description = progress.Fraction < 1 && !progress.IsIndeterminate ? Markup.Escape(progress.Name) : "Loading";
                    context.Refresh(); // by itself it draws ten times a second, and loading is faster than that
                }
            });
    }
}
