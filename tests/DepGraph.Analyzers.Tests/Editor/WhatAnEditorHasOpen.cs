using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Editor;

/// <summary>Every marked source of these tests is opened like this: see <see cref="EditorRun"/>.</summary>
public class WhatAnEditorHasOpen
{
    [Fact]
    public async Task Other_projects_as_source_one_with_errors_one_not_loaded_and_files_of_several_projects()
    {
        var solution = await EditorSolution.Open("public class Test { public void Run(Action run) => run(); }", "Test.cs");
        var project = solution.Source.Project;
        var compilation = (await project.GetCompilationAsync())!;

        project.AllProjectReferences.Count.ShouldBe(3);
        compilation.References.OfType<CompilationReference>().Select(reference => reference.Compilation.AssemblyName).ShouldBe(["Middle", "Broken"]);
        project.Documents.Single(file => file.Name == "Linked.cs").GetLinkedDocumentIds().Length.ShouldBe(2);
        solution.ForOtherTarget.FilePath.ShouldBe(solution.Source.FilePath);
        (await solution.Caller!.GetTextAsync()).ToString().ShouldContain("default(global::Test).Run(() => System.Console.Write(i));");
    }

    [Fact]
    public async Task What_another_project_declares_is_called_under_a_lock_and_its_code_is_not_looked_into()
    {
        var solution = await EditorSolution.Open("public class Test { public static event Action Ran; public void Run() { lock (this) Ran(); } }", "Test.cs");

        (await EditorRun.Findings(solution.Source)).ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.LockHeldDuringCallback);
        var found = await EditorRun.Findings(solution.Caller!);
        found.Select(finding => finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length))
            .ShouldBe(["Done()", "i"], ignoreOrder: true);
    }
}
