# Commands
import-not-an-export = this is not an export of jianfu's: its first line is not {"{"}"type":"jianfu","version":1{"}"}
import-newer = this export is of version { $version }, newer than this program: use a newer version
import-line = line { $line }: { $why }; nothing was imported
import-other-block = the block { $id } of { $date } is different here: nothing was imported; --replace takes the file's day instead
import-other-kind = { $date } is marked differently here: nothing was imported; --replace takes the file's day instead
import-other-setting = the setting { $name } is different here: nothing was imported; --replace takes the file's instead
import-overlap = { $first } and { $second } overlap: nothing was imported
