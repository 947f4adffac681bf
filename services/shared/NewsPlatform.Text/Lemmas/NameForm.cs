namespace NewsPlatform.Text.Lemmas;

/// <summary>A name of one word as a text has it.</summary>
/// <param name="Text">The word as written.</param>
/// <param name="Cases">The cases in which it may stand there.</param>
public readonly record struct NameForm(string Text, GrammaticalCases Cases);
