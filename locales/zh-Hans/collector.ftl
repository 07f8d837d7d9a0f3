# 调查负责人的一半：密钥、数据集、统计单元、报告
key-not-a-key = 这不是存放一把私钥的文件：请指定与调查一起生成的、以 .key 结尾的文件
key-locked = 密钥有口令保护
key-passphrase = 口令与密钥不符
key-too-much-work = 密钥加锁强度过高，在这台机器上解锁需要很长时间
