using System.Diagnostics;

// Starts other .NET programs and waits for them, one after the other.
foreach (var dll in args)
{
    using var child = Process.Start("dotnet", [dll]);
    child.WaitForExit();
}
