Console.WriteLine("Hello");

// Asked for it, it says itself what it has loaded.
foreach (var file in args)
{
    var loaded = AppDomain.CurrentDomain.GetAssemblies();
    File.WriteAllLines(file, Array.ConvertAll(loaded, assembly => assembly.GetName().Name!));
}
