# 調查負責人的一半：金鑰、資料集、統計單元、報告
key-not-a-key = 這不是存放一把私鑰的檔案：請指定與調查一起產生的、以 .key 結尾的檔案
key-locked = 金鑰有通行密語保護
key-passphrase = 通行密語與金鑰不符
key-too-much-work = 金鑰加鎖強度過高，在這部電腦上解鎖需要很長時間
