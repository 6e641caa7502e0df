using Failures;

// What the app does, by its first argument. Each mode loads System.Xml first, so that there is something a partial graph must hold.
if (!Modes.All.TryGetValue(args.FirstOrDefault("ok"), out var mode))
    return 64;
Console.WriteLine(new System.Xml.NameTable().Add("started"));
return mode([.. args.Skip(1)]);
