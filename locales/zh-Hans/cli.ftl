# 命令
import-not-an-export = 这不是减负导出的文件：第一行不是 {"{"}"type":"jianfu","version":1{"}"}
import-newer = 这份导出是第 { $version } 版，比本程序新：请使用更新的版本
import-line = 第 { $line } 行：{ $why }；没有导入任何内容
import-other-block = { $date } 的记录 { $id } 与这里的不同：没有导入任何内容；加 --replace 则采用文件中的那一天
import-other-kind = { $date } 的类型与这里的不同：没有导入任何内容；加 --replace 则采用文件中的那一天
import-other-setting = 设置 { $name } 与这里的不同：没有导入任何内容；加 --replace 则采用文件中的设置
import-overlap = { $first } 与 { $second } 重叠：没有导入任何内容
