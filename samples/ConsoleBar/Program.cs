using ConsoleBar;
using DepGraph.Loading;

// The bar first: it needs only Spectre.Console. All else of the app is behind OrderReport, so that it is loaded under the bar.
var sequence = LoadSequence.ForEntryAssembly();
LoadingBar.Play(sequence);

OrderReport.Print();
Startup.Ready();
if (sequence.Problem != null)
    Console.Error.WriteLine(sequence.Problem);
