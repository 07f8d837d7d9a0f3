# 命令
import-not-an-export = 這不是減負匯出的檔案：第一行不是 {"{"}"type":"jianfu","version":1{"}"}
import-newer = 這份匯出是第 { $version } 版，比本程式新：請使用更新的版本
import-line = 第 { $line } 行：{ $why }；沒有匯入任何內容
import-other-block = { $date } 的紀錄 { $id } 與這裡的不同：沒有匯入任何內容；加 --replace 則採用檔案中的那一天
import-other-kind = { $date } 的類型與這裡的不同：沒有匯入任何內容；加 --replace 則採用檔案中的那一天
import-other-setting = 設定 { $name } 與這裡的不同：沒有匯入任何內容；加 --replace 則採用檔案中的設定
import-overlap = { $first } 與 { $second } 重疊：沒有匯入任何內容
