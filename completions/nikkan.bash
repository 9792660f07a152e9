# bash completion for nikkan
