namespace NewsPlatform.PushLoad;

/// <summary>A language as the generator writes it: its commonest words, and syllables of which invented words are made.</summary>
internal sealed record Language(string Code, string[] Common, string[] Syllables)
{
    public static IReadOnlyList<Language> All { get; } =
    [
        new(
            "en",
            Split("the of and to in a is that for it was on are as with they be at one have this from or had by not but what all were when there can an which their said if do will each about how up out them then she many some so these would other into has more two like him see time could no make than first been its who now people"),
            Split("bar den far gor hal ing jor kel lan mar nor pol ren sil tor ver wen ford ham ton ley mer wick dale stead")),
        new(
            "de",
            Split("der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei"),
            Split("berg feld heim bach stein wald burg hof tal grün haus ver ge schaft keit ung bau werk stadt land kraft zeit reich gart linden")),
        new(
            "fr",
            Split("de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se le ce il sont la avec son il aux d'un cette d'une été ou leur mais comme ont fait deux ses même être aussi elle tout nous sa peut sans lui"),
            Split("bel ville mont clair val roche fon taine mar chand bois lieu pré champ teur tion ment esse able ier ance oir ette ure eau")),
        new(
            "ru",
            Split("и в не на что с по это он как из а к то за его от для все но она так же было у о до или бы мы вы ее их только уже еще при был после может этот быть которые где если время году день человек дело также более всех"),
            Split("бер гор дол зор кам лес мир нов пол реч сол тих хол чер ник ство ение ость овка ище град ский тель рев ста")),
        new(
            "uk",
            Split("і в не на що з та у це до як від за його для все але вона так же було про або ми ви її їх тільки вже ще при був після може цей бути які де якщо час року день людина справа також більше всіх якого під між через"),
            Split("бер гір діл зір кам ліс мир нов пол річ сіль тих хол чер ник ство ення ість івка ище град ський тель рев ста")),
    ];

    private static string[] Split(string words) => words.Split(' ');
}
